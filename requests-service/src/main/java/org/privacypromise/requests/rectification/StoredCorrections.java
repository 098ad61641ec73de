package org.privacypromise.requests.rectification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.privacypromise.personaldata.FieldCipher.Place;

/** As they lie in the table: encrypted, but for what kinds of data they are about. */
@Entity
@Table(name = "correction")
class StoredCorrections {

    @Id
    @Column(name = "request_id")
    private UUID requestId;

    private String[] categories;

    private byte[] corrections;

    @Column(name = "given_at")
    private Instant givenAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected StoredCorrections() {}

    StoredCorrections(UUID requestId, List<String> categories, byte[] encrypted, Instant now) {
        this.requestId = requestId;
        this.categories = categories.toArray(String[]::new);
        this.corrections = encrypted.clone();
        this.givenAt = now;
    }

    static Place place(UUID requestId) {
        return new Place("correction", requestId.toString(), "corrections");
    }

    void give(List<String> about, byte[] encrypted, Instant now) {
        categories = about.toArray(String[]::new);
        corrections = encrypted.clone();
        givenAt = now;
    }

    UUID requestId() {
        return requestId;
    }

    List<String> categories() {
        return List.of(categories);
    }

    byte[] corrections() {
        return corrections.clone();
    }
}
