-- What the people of the desk look at and do. Whoever may do what is told in docs/desk.md.

-- Histories are evidence: rows are only ever added. Only what the register's retention rules release goes, by a
-- transaction that says so:   SELECT set_config('privacy.retention_over', 'yes', true)
CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('privacy.retention_over', true) = 'yes' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER request_history_is_append_only
    BEFORE UPDATE OR DELETE ON request_history
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER request_history_is_not_emptied
    BEFORE TRUNCATE ON request_history EXECUTE FUNCTION refuse_change_of_history();

-- Each look at somebody's request by the staff, and each thing done to it: who, as what, when, what for. It outlives the
-- request if that is released first, so it refers to it by its ID only (retention rule access-log of the register).
CREATE TABLE request_access (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_id uuid,
    at         timestamptz NOT NULL,
    account    text        NOT NULL,
    client     text        NOT NULL,
    role       text        NOT NULL,
    deed       text        NOT NULL,
    purpose    text,
    before     text,
    after      text,
    CHECK (purpose IS NOT NULL OR deed = 'REFUSED_WITHOUT_PURPOSE')
);
COMMENT ON COLUMN request_access.account IS 'The ID of the account at the identity provider; customers are told the role only';
COMMENT ON COLUMN request_access.before IS 'What was there before, such as who had the request; nothing personal of the customer';
CREATE INDEX request_access_of_request ON request_access (request_id, id);
CREATE INDEX request_access_by_time ON request_access (at);

CREATE TRIGGER request_access_is_append_only
    BEFORE UPDATE OR DELETE ON request_access
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER request_access_is_not_emptied
    BEFORE TRUNCATE ON request_access EXECUTE FUNCTION refuse_change_of_history();

-- Who has a request in hand. The revision grows with everything that the desk does, so that nobody decides on what
-- somebody else has changed meanwhile.
CREATE TABLE desk_case (
    request_id uuid   PRIMARY KEY REFERENCES request ON DELETE CASCADE,
    assignee   text,
    revision   bigint NOT NULL CHECK (revision > 0)
);
CREATE INDEX desk_case_of_assignee ON desk_case (assignee) WHERE assignee IS NOT NULL;

-- What the staff note for each other. The text is encrypted with the request's key.
CREATE TABLE desk_note (
    id         uuid        PRIMARY KEY,
    request_id uuid        NOT NULL REFERENCES request ON DELETE CASCADE,
    account    text        NOT NULL,
    written_at timestamptz NOT NULL,
    text       bytea       NOT NULL
);
CREATE INDEX desk_note_of_request ON desk_note (request_id, written_at);

-- A decision that takes two people: one proposes, another one, who leads, decides. Texts are encrypted with the request's
-- key: evidence is for the file, the explanation for the person who asked.
CREATE TABLE desk_proposal (
    id          uuid        PRIMARY KEY,
    request_id  uuid        NOT NULL REFERENCES request ON DELETE CASCADE,
    outcome     text        NOT NULL CHECK (outcome IN ('GRANT', 'REFUSE')),
    ground      text,
    evidence    bytea,
    explanation bytea       NOT NULL,
    proposed_by text        NOT NULL,
    proposed_at timestamptz NOT NULL,
    state       text        NOT NULL CHECK (state IN ('OPEN', 'APPROVED', 'TURNED_DOWN')),
    decided_by  text,
    decided_at  timestamptz,
    CHECK (decided_by IS DISTINCT FROM proposed_by),
    CHECK ((state = 'OPEN') = (decided_by IS NULL)),
    CHECK (outcome = 'GRANT' OR (ground IS NOT NULL AND evidence IS NOT NULL))
);
CREATE UNIQUE INDEX desk_proposal_one_open ON desk_proposal (request_id) WHERE state = 'OPEN';
CREATE INDEX desk_proposal_of_request ON desk_proposal (request_id, proposed_at);
CREATE INDEX desk_proposal_by_time ON desk_proposal (decided_at) WHERE state = 'APPROVED' AND outcome = 'REFUSE';

-- The queue: what is open, by what is due first.
CREATE INDEX request_open_by_due_date ON request (due_date, id) WHERE closed_at IS NULL;
CREATE INDEX task_at_system ON task (system, request_id);

-- The months that are over, as they were reported: a report does not change because its rows are released later.
CREATE TABLE monthly_report (
    month   date        PRIMARY KEY CHECK (extract(day FROM month) = 1),
    made_at timestamptz NOT NULL,
    report  jsonb       NOT NULL
);
CREATE TRIGGER monthly_report_is_append_only
    BEFORE UPDATE OR DELETE ON monthly_report
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE INDEX request_by_receipt ON request (received_at);
CREATE INDEX request_by_closure ON request (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX request_history_by_time ON request_history (at);
