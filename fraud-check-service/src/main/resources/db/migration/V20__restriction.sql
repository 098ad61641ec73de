-- Who has had the use of their data stopped (GDPR Art. 18): no rule looks at them until that is lifted.
CREATE TABLE restricted_subject (
    subject_key text        PRIMARY KEY,
    since       timestamptz NOT NULL
);
