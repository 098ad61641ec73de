-- What is somebody else's in an answer is found and taken out by two persons (Art. 15(4)). Reasons are encrypted.
CREATE TABLE redaction_review (
    request_id uuid        PRIMARY KEY REFERENCES request ON DELETE CASCADE,
    opened_by  text        NOT NULL,
    opened_at  timestamptz NOT NULL,
    closed_by  text,
    closed_at  timestamptz,
    CHECK (closed_by <> opened_by)
);
COMMENT ON TABLE redaction_review IS 'While one is open, no package is made';

CREATE TABLE redaction (
    id          uuid        PRIMARY KEY,
    request_id  uuid        NOT NULL REFERENCES request ON DELETE CASCADE,
    system      text        NOT NULL,
    pointer     text        NOT NULL,
    reason      bytea       NOT NULL,
    state       text        NOT NULL CHECK (state IN ('PROPOSED', 'APPROVED', 'TURNED_DOWN')),
    proposed_by text        NOT NULL,
    proposed_at timestamptz NOT NULL,
    decided_by  text,
    decided_at  timestamptz,
    CHECK (decided_by <> proposed_by),
    CHECK ((state = 'PROPOSED') = (decided_by IS NULL))
);
COMMENT ON COLUMN redaction.pointer IS 'JSON Pointer into the system''s document';
CREATE INDEX redaction_of_request ON redaction (request_id);
