-- A code for any request about one's data, or for several at once.
ALTER TABLE verification DROP CONSTRAINT verification_purpose_check;
ALTER TABLE verification ADD CONSTRAINT verification_purpose_check
    CHECK (purpose IN ('ACCESS_REQUEST', 'ERASURE_REQUEST', 'RIGHTS_REQUEST', 'PACKAGE_DOWNLOAD'));
