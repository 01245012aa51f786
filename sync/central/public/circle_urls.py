"""Addresses of what came of it: receipt, board, and what visitors decide together."""

from django.urls import path

from sync.central.public import boards, receipt, together

urlpatterns = [
    path("c", receipt.look_up),
    path("board", boards.board),
    path("board/how", boards.how),
    path("vote", together.vote),
    path("join", together.join),
    path("wall", together.wall),
]
