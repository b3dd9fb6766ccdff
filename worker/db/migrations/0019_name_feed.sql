-- What became of a tag or a collection is asked for by its id too: its feed leads on to the one that got its clips.
CREATE INDEX name_change_id ON name_change (workspace, noun, id, seq);
