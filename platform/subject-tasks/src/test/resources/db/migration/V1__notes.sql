-- What the tests' service holds about subjects.
CREATE TABLE note (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject_key text        NOT NULL,
    text        text        NOT NULL,
    noted_at    timestamptz NOT NULL
);
