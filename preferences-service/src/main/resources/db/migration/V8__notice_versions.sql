-- Every privacy notice that customers were ever shown, word for word: what a consent record's notice_version stands for.
CREATE TABLE notice_version (
    version        text        PRIMARY KEY,
    in_use_since   timestamptz NOT NULL,
    content        jsonb       NOT NULL
);

CREATE FUNCTION refuse_change_of_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a notice that was in use is not changed';
END $$;

CREATE TRIGGER notice_version_is_append_only
    BEFORE UPDATE OR DELETE ON notice_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_notice();

-- How far the systems have been told what a new notice means for choices made before it.
CREATE TABLE notice_spread (
    version          text        PRIMARY KEY REFERENCES notice_version,
    told_up_to       text        NOT NULL,
    next_attempt_at  timestamptz NOT NULL,
    done_at          timestamptz
);
