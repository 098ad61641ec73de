package org.privacypromise.sample;

/** Somebody takes part in a competition; nobody needs an account for that. */
record Entry(ContactPoint contactPoint, String competition, String name, String answer) {

    Entry {
        Require.that(contactPoint != null, "contactPoint must hold the field email");
        Require.text(competition, 200, "competition must name a competition");
        Require.text(name, 200, "name must be a name");
        Require.text(answer, 2_000, "answer must be a text");
    }

    @Override
    public String toString() {
        return "Entry[hidden]";
    }
}
