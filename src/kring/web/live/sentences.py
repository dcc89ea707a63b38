"""Why something wasn't done, in a sentence: what is the matter, and what to do."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _, override

from kring.core.meetings.refusals import Code

_OF_THE_ENGINE: dict[Code, Promise | str] = {
    Code.CLOSED: _("The meeting is over."),
    Code.NOT_JOINED: _("Your line was gone for a moment. Try again."),
    Code.HAS_LEFT: _("You have left this meeting."),
    Code.ALREADY_HERE: _("You are here already."),
    Code.NOT_STARTED: _("That is possible once the meeting has begun."),
    Code.ALREADY_STARTED: _("The meeting has begun already."),
    Code.NOT_ASSENTED: _("Agree to the ground rules first."),
    Code.ALREADY_ASSENTED: _("You have agreed already."),
    Code.TOO_FEW: _("You need at least two people. Share the link, and wait for somebody."),
    Code.WAIT_FOR_ASSENT: _(
        "Not everybody has told a name and agreed to the ground rules. Still to go: %(waiting)s."
    ),
    Code.NO_SUCH_CIRCLE: _("You can't sit there. Look which circle is yours."),
    Code.CARDS_LIE_BY_CIRCLE: _(
        "Your cards lie with those of a circle now. Join the right one in the hall; here nothing changes any more."
    ),
    Code.FACILITATOR_ONLY: _("Only the facilitator can do that."),
    Code.FACILITATOR_IS_HERE: _(
        "There is a facilitator. If they stay away, you can take over after a minute."
    ),
    Code.NOT_YOUR_DECISION: _("In this method somebody else decides about that."),
    Code.ALREADY_MOVED: _("The meeting has gone on already. Look where you are now."),
    Code.FIRST_PHASE: _("This is the first phase; there is nothing before it."),
    Code.NO_PRESENTER_YET: _("First choose whose case it is."),
    Code.NOBODY_TO_CHOOSE: _("There is nobody who can bring the case now."),
    Code.HAS_DECLINED: _("They would rather not bring a case this time. Choose somebody else."),
    Code.ALREADY_DECLINED: _("You have said already that you would rather not."),
    Code.TOO_LATE_TO_DECLINE: _("The case has begun. Call a time-out if you want to stop."),
    Code.NO_LOOP: _("This method doesn't go back from here."),
    Code.LOOPED_ENOUGH: _("You have gone back as often as the method allows: %(most)s."),
    Code.NO_SUCH_TIME: _("Give at least %(least)s and at most %(most)s seconds."),
    Code.PAUSED: _("The meeting stands still. Go on first."),
    Code.NOT_PAUSED: _("The meeting isn't standing still."),
    Code.IN_TIME_OUT: _("There is a time-out. First finish talking about the talk."),
    Code.NO_TIME_OUT: _("There is no time-out."),
    Code.NOT_YOUR_TIME_OUT: _("Whoever called the time-out ends it, or the facilitator."),
    Code.ALREADY_ASKED: _("You have asked for a break already."),
    Code.NOBODY_HAS_FLOOR: _("In this phase nobody has the floor."),
    Code.MUST_BE_SILENT: _("In this phase you only listen. Keep what comes up in a note for yourself."),
    Code.NOT_A_SPEAKER: _("In this phase the floor is for the others."),
    Code.NEEDS_A_PART: _("Take a part first."),
    Code.FLOOR_IS_HELD: _("Somebody else is speaking. Raise your hand, and your turn will come."),
    Code.FLOOR_IS_FREE: _("Nobody is speaking. You can begin."),
    Code.IN_TURN: _("The floor goes around. Your turn will come."),
    Code.OTHERS_FIRST: _("You have asked %(most)s in a row. Let somebody else go first."),
    Code.ENOUGH_QUESTIONS: _("This step has room for %(most)s questions, and they have been put."),
    Code.NOT_YOUR_TURN: _("You don't have the floor now."),
    Code.HAND_IS_UP: _("Your hand is up already."),
    Code.NO_HAND_UP: _("Your hand isn't up."),
    Code.NO_PASSING: _("This method asks everybody for a turn here."),
    Code.HAS_FLOOR: _("You have the floor already."),
    Code.NOBODY_TO_SKIP: _("It isn't their turn, so there is nothing to skip."),
    Code.NO_SUCH_PERSON: _("That isn't somebody who can do this now."),
    Code.NOTHING_TO_WRITE: _("There is nothing for you to write now."),
    Code.NO_SUCH_SLOT: _("You can't write that in this phase."),
    Code.SLOT_IS_FULL: _("You have written as many as the method asks for: %(most)s."),
    Code.EMPTY: _("There is no text in it yet."),
    Code.NO_SUCH_ENTRY: _("That card isn't there, or it is somebody else's."),
    Code.ENTRY_EXISTS: _("That card lies on the table already."),
    Code.ABOUT_NOTHING: _("This belongs to a card that isn't on the table."),
    Code.ALREADY_RATED: _("You have rated that one. Change your rating instead."),
    Code.WRITTEN_ANEW: _("This card was changed meanwhile. Look at it first."),
    Code.TOO_LATE_TO_CHANGE: _("Everybody can see it now, so it can't be changed any more."),
    Code.ALREADY_FINISHED: _("You have said already that you are ready."),
    Code.NOT_FINISHED: _("You hadn't said that you were ready."),
    Code.NO_PARTS: _("There is no part for you to play now."),
    Code.PART_IS_TAKEN: _("Somebody else plays that part."),
    Code.PLAYS_NO_PART: _("You don't play a part."),
    Code.CANNOT_OBSERVE: _("The facilitator and whoever brings the case can't observe as well."),
}

_OF_THE_LINE: dict[str, Promise | str] = {
    "malformed": _("We didn't understand that. Reload the page and try again."),
    "too_large": _("That text is too long. Make it shorter, or split it in two."),
    "too_fast": _("That went a bit fast. Wait a moment and try again."),
    "not_sealed": _("That text wasn't sealed, so it was not kept. Reload the page and try again."),
    "old_key": _("Somebody came or went meanwhile, so the text has to be sealed again."),
    "not_stored": _("That couldn't be kept. Try again in a moment."),
    "left": _("You have left this meeting."),
    "no_seat": _("You no longer have a seat in this meeting."),
    "closed": _("The meeting is over."),
    "gone": _("This meeting is over, and what was said has been destroyed."),
    "elsewhere": _("That came from another site, so nothing was done."),
    "no_meeting": _("There is no such meeting. Perhaps the link isn't whole."),
}


def say(code: Code | str, language: str, args: Mapping[str, int | str] | None = None) -> str:
    """The sentence for a refusal, in the person's language."""
    sentence = _OF_THE_ENGINE[code] if isinstance(code, Code) else _OF_THE_LINE[code]
    with override(language):
        return str(sentence) % (args or {}) if args else str(sentence)
