"""
What each command comes down to: whether it is possible at this moment, and what then happens.

`transitions` binds these to the commands. A function `…_is_possible` says why not, or nothing; `view` asks the
same functions what somebody may do, so that what is offered and what is accepted can't differ.
"""
