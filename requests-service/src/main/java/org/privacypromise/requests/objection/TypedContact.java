package org.privacypromise.requests.objection;

import org.privacypromise.personaldata.ContactPoint;
import org.privacypromise.personaldata.PersonalText;

/** Where somebody wants nothing sent any more, as they typed it. */
public record TypedContact(ContactPoint.Kind kind, PersonalText value) {

    /** In one text, to be kept encrypted. */
    PersonalText written() {
        return PersonalText.of(kind + " " + value.reveal());
    }

    static TypedContact read(PersonalText written) {
        String[] parts = written.reveal().split(" ", 2);
        return new TypedContact(ContactPoint.Kind.valueOf(parts[0]), PersonalText.of(parts[1]));
    }
}
