package org.privacypromise.preferences.choice;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.privacypromise.preferences.choice.matrix.Choice;
import org.privacypromise.preferences.choice.matrix.ChoiceMatrix;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;

/**
 * How one subject wants to be contacted. The version grows by one with every change that is published, and never else,
 * so that a system's acknowledgement of a version is about exactly these choices.
 */
@Entity
@Table(name = "preferences")
@RegisterForReflection(targets = {Preferences.Stored.class, Choice.class})
public class Preferences {

    @Id
    private String key;

    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Stored choices;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Preferences() {}

    /** A subject that has not chosen anything yet. */
    static Preferences first(String key, Instant now) {
        Preferences preferences = new Preferences();
        preferences.key = key;
        preferences.version = 1;
        preferences.createdAt = now;
        preferences.changedAt = now;
        preferences.choices = new Stored(List.of());
        return preferences;
    }

    /** Takes these decisions over; what it returns is what really changed, empty for a mere repetition. */
    List<Decision> decide(Collection<Decision> decisions, Evidence evidence) {
        ChoiceMatrix matrix = matrix();
        List<Decision> changes = matrix.changesBy(decisions);
        if (!changes.isEmpty()) {
            choices = new Stored(matrix.with(changes, evidence).choices());
            changedAt = evidence.at();
            version++;
        }
        return changes;
    }

    public String key() {
        return key;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When the current version came into being. */
    public Instant changedAt() {
        return changedAt;
    }

    public ChoiceMatrix matrix() {
        return ChoiceMatrix.of(choices.list());
    }

    /** As it lies in the column: Hibernate Reactive reads a JSON object, but no array. */
    record Stored(List<Choice> list) {}
}
