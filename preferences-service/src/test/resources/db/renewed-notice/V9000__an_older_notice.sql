-- A notice from before the one that ships, and somebody who chose before it.
INSERT INTO notice_version (version, in_use_since, content) VALUES ('0.9.0', '2020-01-01T00:00:00Z', '{
  "version": "0.9.0",
  "controller": {"original": "en", "byLanguage": {"en": "The retailer"}},
  "country": "GB",
  "contact": {"original": "en", "byLanguage": {"en": "By post"}},
  "languages": [{"tag": "en", "name": "English"}],
  "brands": [], "channels": [], "dataCategories": [], "recipients": [], "retention": [],
  "purposes": [
    {"key": "marketing-main",
     "name": {"original": "en", "byLanguage": {"en": "News"}},
     "what": {"original": "en", "byLanguage": {"en": "We write."}},
     "why": {"original": "en", "byLanguage": {"en": "You like it."}},
     "legal": {"original": "en", "byLanguage": {"en": "We have an interest."}},
     "legalBases": [{"basis": "LEGITIMATE_INTERESTS", "article": "GDPR Art. 6(1)(f)", "condition": null}],
     "undecided": false, "data": [], "objectable": true, "withdrawable": true, "doubleOptIn": false,
     "whyItIsSent": null, "recipients": [], "retention": [],
     "ways": [
       {"channel": "email", "brand": "main", "changeable": true, "allowedByDefault": false},
       {"channel": "sms", "brand": "main", "changeable": true, "allowedByDefault": false}]},
    {"key": "marketing-marketplace",
     "name": {"original": "en", "byLanguage": {"en": "Small sellers"}},
     "what": {"original": "en", "byLanguage": {"en": "We write."}},
     "why": {"original": "en", "byLanguage": {"en": "You like it."}},
     "legal": {"original": "en", "byLanguage": {"en": "You allowed it."}},
     "legalBases": [
       {"basis": "CONSENT", "article": "GDPR Art. 6(1)(a)", "condition": null},
       {"basis": "SOFT_OPT_IN", "article": "GDPR Art. 6(1)(f)", "condition": null}],
     "undecided": false, "data": [], "objectable": true, "withdrawable": true, "doubleOptIn": false,
     "whyItIsSent": null, "recipients": [], "retention": [],
     "ways": [{"channel": "email", "brand": "marketplace", "changeable": true, "allowedByDefault": false}]},
    {"key": "feedback",
     "name": {"original": "en", "byLanguage": {"en": "Feedback"}},
     "what": {"original": "en", "byLanguage": {"en": "We ask."}},
     "why": {"original": "en", "byLanguage": {"en": "To get better."}},
     "legal": {"original": "en", "byLanguage": {"en": "We have an interest."}},
     "legalBases": [
       {"basis": "LEGITIMATE_INTERESTS", "article": "GDPR Art. 6(1)(f)", "condition": null},
       {"basis": "CONTRACT", "article": "GDPR Art. 6(1)(b)", "condition": null}],
     "undecided": false, "data": [], "objectable": true, "withdrawable": false, "doubleOptIn": false,
     "whyItIsSent": null, "recipients": [], "retention": [],
     "ways": [{"channel": "email", "brand": "main", "changeable": true, "allowedByDefault": true}]},
    {"key": "telepathy",
     "name": {"original": "en", "byLanguage": {"en": "Reading your mind"}},
     "what": {"original": "en", "byLanguage": {"en": "We guess."}},
     "why": {"original": "en", "byLanguage": {"en": "To know."}},
     "legal": {"original": "en", "byLanguage": {"en": "You allowed it."}},
     "legalBases": [{"basis": "CONSENT", "article": "GDPR Art. 6(1)(a)", "condition": null}],
     "undecided": false, "data": [], "objectable": true, "withdrawable": true, "doubleOptIn": false,
     "whyItIsSent": null, "recipients": [], "retention": [], "ways": []}]
}');

INSERT INTO preferences (key, version, created_at, changed_at, choices)
SELECT 'c:c-renewed-' || n, 3, '2020-02-01T00:00:00Z', '2020-03-01T00:00:00Z', '{"list": [
  {"purpose": "marketing-main", "channel": "email", "brand": "main", "allowed": true,
   "since": "2020-03-01T00:00:00Z", "source": "CUSTOMER", "noticeVersion": "0.9.0", "language": "en"},
  {"purpose": "marketing-main", "channel": "sms", "brand": "main", "allowed": false,
   "since": "2020-03-01T00:00:00Z", "source": "CUSTOMER", "noticeVersion": "0.9.0", "language": "en"},
  {"purpose": "marketing-marketplace", "channel": "email", "brand": "marketplace", "allowed": true,
   "since": "2020-03-01T00:00:00Z", "source": "CUSTOMER", "noticeVersion": "0.9.0", "language": "en"}]}'
FROM generate_series(1, 450) AS n;
