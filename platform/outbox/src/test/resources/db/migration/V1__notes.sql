-- What the tests' handler does: one row per effect.
CREATE TABLE note (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id text NOT NULL,
    note_key text NOT NULL,
    text     text
);
