"""Addresses of what the voices add up to."""

from django.urls import path

from sync.central.desk import figures, health, heard, judging, plans, thanks, topics

urlpatterns = [
    path("desk/topics", topics.page, name="topics"),
    path("desk/topics/<int:pk>", topics.topic, name="topic"),
    path("desk/topics/<int:pk>/do", topics.do, name="topic-do"),
    path("desk/figures", figures.page, name="figures"),
    path("desk/figures/behind", figures.behind, name="figures-behind"),
    path("desk/figures/asked", heard.asked_page, name="figures-asked"),
    path("desk/figures/week", heard.week, name="figures-week"),
    path("desk/figures/week/seats", heard.capacity, name="capacity"),
    path("desk/figures/others", heard.others, name="figures-others"),
    path("desk/office/health", health.page, name="health"),
    path("desk/office/judging", judging.page, name="judging"),
    path("desk/office/judging/package", judging.package, name="judging-package"),
    path("desk/office/judging/grading", judging.grading, name="grading"),
    path("desk/office/judging/<int:pk>", judging.report, name="evaluation"),
    path("desk/plans", plans.page, name="plans"),
    path("desk/plans/make", plans.make, name="plan-make"),
    path("desk/plans/<int:pk>", plans.plan, name="plan"),
    path("desk/plans/<int:pk>/sign", plans.sign, name="plan-sign"),
    path("desk/thanks", thanks.page, name="thanks"),
    path("desk/thanks/do", thanks.do, name="thanks-do"),
    path("desk/honours/<slug:number>", thanks.certificate, name="honour"),
]
