-- Objections to advertising, which are carried out at once. A typed address is encrypted with the request's key, and gone
-- once identity-service has named it.
CREATE TABLE marketing_objection (
    request_id      uuid        PRIMARY KEY REFERENCES request,
    contact         bytea,
    contact_ref     text,
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    done_at         timestamptz
);
CREATE INDEX marketing_objection_due ON marketing_objection (next_attempt_at) WHERE done_at IS NULL;

-- That so much of a request's time was over: once for each level and due date. Rows are only ever added.
CREATE TABLE request_alert (
    request_id uuid        NOT NULL REFERENCES request,
    level      text        NOT NULL CHECK (level IN ('HALF', 'TARGET', 'EIGHTY', 'NINETY_FIVE', 'OVERDUE')),
    due_date   date        NOT NULL,
    raised_at  timestamptz NOT NULL,
    PRIMARY KEY (request_id, level, due_date)
);
CREATE INDEX request_open ON request (due_date) WHERE closed_at IS NULL;
