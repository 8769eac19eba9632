# Labels that all output formats share
render-note-plain = Note:
render-note-warning = Careful:
render-note-serious = Needs action:
