package org.privacypromise.requests.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.VerificationConcluded;
import org.privacypromise.events.VerificationConcluded.Outcome;
import org.privacypromise.events.VerificationConcluded.Purpose;

/** An attempt to prove control of a contact point, and how it ended. The newest that was told counts. */
@Entity
@Table(name = "verification")
public class Verification {

    @Id
    private String id;

    private long version;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "contact_ref")
    private String contactRef;

    @Column(name = "request_id")
    private @Nullable String requestId;

    @Column(name = "customer_ids")
    private String[] customerIds;

    private @Nullable String receipt;

    @Column(name = "concluded_at")
    private Instant concludedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Verification() {}

    @SuppressWarnings("NullAway.Init") // update sets the rest
    private Verification(String id) {
        this.id = id;
    }

    static Verification of(VerificationConcluded told) {
        Verification verification = new Verification(told.verificationId());
        verification.update(told);
        return verification;
    }

    /** Takes news over, unless it is older than what is known. */
    void update(VerificationConcluded told) {
        if (told.version() > version) {
            version = told.version();
            purpose = told.purpose();
            outcome = told.outcome();
            contactRef = told.contactRef();
            requestId = told.requestId();
            customerIds = told.customerIds().toArray(String[]::new);
            receipt = told.receipt();
            concludedAt = told.concludedAt();
        }
    }

    public String id() {
        return id;
    }

    public boolean isVerified() {
        return outcome == Outcome.VERIFIED;
    }

    /** Whether it can never be verified any more: too many wrong codes. */
    public boolean hasFailed() {
        return outcome == Outcome.FAILED;
    }

    /** What the code was asked for; it proves nothing for anything else. */
    public boolean isFor(Purpose wanted) {
        return purpose == wanted;
    }

    /** Whether both are about one contact point. */
    public boolean isSameContactPoint(Verification other) {
        return contactRef.equals(other.contactRef);
    }

    public String contactRef() {
        return contactRef;
    }

    /** The request that the code was asked for; null if there was none yet. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** Every customer who is reached by this contact point, none or several. */
    public List<String> customerIds() {
        return List.of(customerIds);
    }

    public @Nullable String receipt() {
        return receipt;
    }

    public Instant concludedAt() {
        return concludedAt;
    }
}
