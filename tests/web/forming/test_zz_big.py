import time, random
from django.db import connection
from django.test.utils import CaptureQueriesContext
from kring.web.enrolment.models import Participant
from kring.web.forming.models import Division
from tests.web.forming.conftest import path, people, formed
from tests.web.programmes.conftest import somebody

def test_big(karin, programme):
    rows = people(programme, 20000)
    rng = random.Random(1)
    for i, r in enumerate(rows):
        r.profession = rng.choice(["zorg","recht","onderwijs"]); r.region=rng.choice(["a","b","c","d"]); r.team=str(rng.randrange(3000))
        r.manager = rng.choice(rows[:500]) if i>=500 else None
    Participant.objects.bulk_update(rows, ["profession","region","team","manager"], batch_size=2000)
    people(programme, 1, name="Saskia", facilitates=True, capacity=9)
    t=time.time(); d = formed(programme); print("formed", time.time()-t)
    one = d.seats.filter(circle__number=7).first().participant
    p = Participant.objects.get(name="P003")
    def timed(name, f):
        t=time.time()
        with CaptureQueriesContext(connection) as q: a=f()
        print(f"{name:40} {time.time()-t:7.2f}s {len(q):4} queries {len(a.content) if a is not None else 0:8} bytes", a.status_code if a is not None else "")
    for w in ["", "?q=p003", "?q=77", "circles/7/", f"people/{one.pk}/", f"people/{one.pk}/swap/", f"change/?kind=move&who={one.pk}&circle=9",f"change/?kind=swap&who={one.pk}&other={d.seats.filter(circle__number=9).first().participant_id}", "publishing/", "circles.csv", "report.html", f"change/?kind=take-out&who={one.pk}", "change/?kind=match"]:
        timed(w, lambda: karin.get(path(programme, w)))
    from kring.web.forming.queries.person import circles_of_mine
    from uuid import uuid4
    c = d.circles.get(number=7); c.published=uuid4(); c.save()
    timed("mine", lambda: print(len(circles_of_mine(one,"nl")), circles_of_mine(one,"nl")[0].reasons))
