#!/bin/sh
# Runs workerd so that Ctrl-C is left to its parent, which ends it in order, and so that it never
# outlives that parent, however the parent died.
trap '' INT
parent=$PPID
self=$$
(
  while kill -0 "$parent" 2>/dev/null && kill -0 "$self" 2>/dev/null; do sleep 1; done
  kill -9 "$self" 2>/dev/null
) </dev/null >/dev/null 2>&1 3>&- &
exec "$DATELINE_WORKERD" "$@"
