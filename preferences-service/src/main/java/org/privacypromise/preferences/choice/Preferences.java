package org.privacypromise.preferences.choice;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Choice;
import org.privacypromise.preferences.choice.matrix.ChoiceMatrix;
import org.privacypromise.preferences.choice.matrix.Conflict;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.EverythingOff;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Memory;
import org.privacypromise.preferences.choice.matrix.Undo;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.preferences.ledger.chain.LedgerHash;

/**
 * How one subject wants to be contacted. The version grows by one with every change that is published, and never else,
 * so that a system's acknowledgement of a version is about exactly these choices.
 */
@Entity
@Table(name = "preferences")
@RegisterForReflection(
        targets = {
            Preferences.Stored.class,
            Choice.class,
            Memory.class,
            EverythingOff.class,
            Conflict.class,
            Conflict.Word.class,
            Conflict.Winner.class
        })
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

    /** The hash of the last consent record, so that the next can be chained to it without looking for it. */
    @Column(name = "ledger_head")
    private byte @Nullable [] ledgerHead;

    /** Null means nothing: most customers have nothing to be remembered beside their choices. */
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Memory memory;

    /** From which version on the systems have not been told yet; null if they know everything. */
    @Column(name = "untold_from")
    private @Nullable Long untoldFrom;

    /** Whether nothing may be sent, whatever the choices say: the person has had the use of their data stopped. */
    private boolean restricted;

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

    /**
     * Takes these decisions over; what it returns is what really changed, empty for a mere repetition.
     *
     * @param lapsed which choices count no longer, so that their repetition is a change
     */
    List<Decision> decide(Collection<Decision> decisions, Evidence evidence, Predicate<Choice> lapsed) {
        remember(
                memory().afterDecisionsOn(decisions.stream().map(Decision::cell).toList(), evidence.source()));
        return take(decisions, evidence, lapsed);
    }

    /** Refuses all of these cells, and remembers what was before; returns what really changed. */
    List<Decision> switchOff(Collection<Cell> cells, Evidence evidence, Predicate<Choice> lapsed) {
        ChoiceMatrix before = matrix();
        List<Decision> changes =
                take(cells.stream().map(cell -> new Decision(cell, false)).toList(), evidence, lapsed);
        Memory memory = memory();
        List<Cell> switchedOff = changes.stream().map(Decision::cell).toList();
        remember(memory.with(EverythingOff.at(evidence.at(), before, switchedOff, memory.everythingOff()))
                .with(memory.contradictions().without(cells)));
        return changes;
    }

    /** What brings back what was before everything was switched off; it is no longer off from now on. */
    Undo undo(Predicate<Choice> covered) {
        Memory memory = memory();
        EverythingOff off = memory.everythingOff();
        if (off == null) {
            return Undo.NOTHING;
        }
        remember(memory.with((EverythingOff) null));
        return Undo.of(off, covered);
    }

    /**
     * These cells become undecided again, as they were before everything was switched off.
     *
     * @param allowed which of them that allows, as it did then; returns those as what really changed
     */
    List<Decision> fallSilent(Collection<Cell> cells, Predicate<Cell> allowed, Instant now) {
        choices = new Stored(matrix().without(cells).choices());
        List<Decision> changes = cells.stream()
                .filter(allowed)
                .map(cell -> new Decision(cell, true))
                .toList();
        if (!changes.isEmpty()) {
            changedAt = now;
            version++;
        }
        return changes;
    }

    private List<Decision> take(Collection<Decision> decisions, Evidence evidence, Predicate<Choice> lapsed) {
        ChoiceMatrix matrix = matrix();
        List<Decision> changes = matrix.changesBy(decisions, lapsed);
        if (!changes.isEmpty()) {
            choices = new Stored(matrix.with(changes, evidence, lapsed).choices());
            changedAt = evidence.at();
            version++;
        }
        return changes;
    }

    /** To be remembered beside the choices; no system is told. */
    void remember(Memory next) {
        memory = next.equals(Memory.NOTHING) ? null : next;
    }

    public Memory memory() {
        return memory == null ? Memory.NOTHING : memory;
    }

    /**
     * Stops the use of the choices, or lets them count again.
     *
     * @return whether that is news
     */
    boolean restrict(boolean stopped, Instant now) {
        if (restricted == stopped) {
            return false;
        }
        restricted = stopped;
        publishAnew(now);
        return true;
    }

    boolean isRestricted() {
        return restricted;
    }

    /** The same choices mean something else to the systems, under another notice. */
    void publishAnew(Instant now) {
        changedAt = now;
        version++;
    }

    /** From which version on the systems are to be told now; null if they know everything. */
    @Nullable
    Long takeUntoldFrom() {
        Long from = untoldFrom;
        untoldFrom = null;
        return from;
    }

    /** The systems could not have this version in force before. */
    void toldAt(Instant now) {
        changedAt = now;
    }

    /** The evidence of what has just been decided, chained to the record before it; to be appended at once. */
    ConsentRecord recordOf(List<Decision> changes, Evidence evidence, Map<String, String> details) {
        LedgerHash previous = ledgerHead == null ? LedgerHash.NONE : LedgerHash.of(ledgerHead);
        ConsentRecord record = ConsentRecord.of(key, version, changes, evidence, details, previous);
        ledgerHead = record.hash().bytes();
        return record;
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
