"""The evaluation of a programme: what is asked, how answers are only ever added up, and what may be told of them."""
