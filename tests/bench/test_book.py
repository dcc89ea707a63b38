from kring.bench.book import Book, percentile


def test_what_everybody_got_once_is_neither_lost_nor_doubled() -> None:
    book = Book(members=3)
    token = book.send(room=0, now=1.0)

    for member in range(3):
        book.receive(b'{"text":"' + token + b'"}', room=0, member=member, now=1.5)

    assert (book.lost, book.doubled, book.leaked, book.delays) == (0, 0, 0, [0.5, 0.5, 0.5])


def test_what_somebody_never_got_is_lost() -> None:
    book = Book(members=3)
    token = book.send(room=0, now=1.0)

    book.receive(token, room=0, member=0, now=1.5)

    assert book.lost == 2


def test_what_somebody_got_twice_is_doubled() -> None:
    book = Book(members=1)
    token = book.send(room=0, now=1.0)

    book.receive(token + b" " + token, room=0, member=0, now=1.5)

    assert book.doubled == 1


def test_what_somebody_of_another_room_got_is_leaked() -> None:
    book = Book(members=1)
    token = book.send(room=0, now=1.0)

    book.receive(token, room=1, member=0, now=1.5)

    assert (book.leaked, book.lost) == (1, 1)


def test_stragglers_of_before_dont_count() -> None:
    book = Book(members=1)
    token = book.send(room=0, now=1.0)
    book.begin()

    book.receive(token, room=0, member=0, now=9.0)

    assert (book.lost, book.delays) == (0, [])


def test_percentile_is_a_number_that_was_measured() -> None:
    assert percentile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert percentile([3.0, 1.0, 2.0], 0.99) == 3.0
    assert percentile([], 0.5) == float("inf")
