"""The links that the centre publishes every week, and the check of one's own receipt against them. Open to anybody."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from kiosk.errors import CodeError
from kiosk.receipts import read_code
from sync.central.cases import lookup, throttle
from sync.central.insight import weekly
from sync.central.insight.models import Evaluation
from sync.central.intake import heads
from sync.central.public.frame import page, render


@csrf_exempt  # as with /c: whoever can send it holds the code
@require_http_methods(["GET", "HEAD", "POST"])
@page
def links(request: HttpRequest) -> HttpResponse:
    """What was published, and whether a receipt's entry still stands in it."""
    documents = weekly.documents()
    if request.method != "POST":
        return render(request, "links", {"documents": documents})
    typed, now, who = request.POST.get("code", "")[:64], timezone.now(), throttle.address(request)
    told = {"documents": documents, "typed": typed}
    try:
        code = read_code(typed)
    except CodeError:
        return render(request, "links", told | {"problem": "mistyped"})
    if throttle.wait(throttle.LOOKUP, who, now):
        return render(request, "links", told | {"problem": "wait"}, status=429)
    case = lookup.find(code, lookup.salts())
    if case is None:
        throttle.failed(throttle.LOOKUP, who, now)
        return render(request, "links", told | {"problem": "unknown"})
    return render(request, "links", told | {"proofs": weekly.of(case)})


@require_GET
def document(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Every document as its signed line, to be kept where the centre cannot reach it."""
    body = b"".join(line + b"\n" for line in heads.published())
    response = HttpResponse(body, content_type="application/jsonl")
    response["Content-Disposition"] = 'attachment; filename="heads.jsonl"'
    return response


@require_GET
@page
def evaluations(request: HttpRequest) -> HttpResponse:
    """What outside judges reported, unchanged."""
    found = Evaluation.objects.filter(published_at__isnull=False).select_related("mandate").defer("pdf")
    return render(request, "evaluations", {"found": found.order_by("-published_at")})


@require_GET
def evaluation(request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG001
    """The report itself."""
    one = Evaluation.objects.filter(pk=pk, published_at__isnull=False).first()
    if one is None:
        return HttpResponse(status=404)
    response = HttpResponse(bytes(one.pdf), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="evaluation-{pk}.pdf"'
    return response
