package org.privacypromise.ledgerverifier;

import java.util.Optional;
import java.util.SortedSet;

/**
 * What a check of a good ledger found.
 *
 * @param key whose records these are, empty if they are everybody's
 * @param released of how many more only the hash is there
 * @param beginsLater whether the subject's first records are not in it
 * @param signers IDs of the keys that signed the heads
 */
record Findings(
        Optional<String> key,
        long records,
        long released,
        boolean beginsLater,
        long subjects,
        Optional<Head> lastHead,
        boolean signaturesChecked,
        SortedSet<String> signers) {

    String inWords() {
        StringBuilder words = new StringBuilder("Verified: ")
                .append(records)
                .append(" records of ")
                .append(key.map(one -> one + " alone").orElse(subjects + " subjects"))
                .append(", each as it was recorded, none missing in between.\n");
        if (released > 0) {
            words.append(released).append(" more were erased when their time was over; their hashes are in place.\n");
        }
        if (beginsLater) {
            words.append("The first of them follows another, which is not here: it was erased, or left out.\n");
        }
        lastHead.ifPresent(head -> words.append("Newest head: ")
                .append(head.sequence())
                .append(", signed ")
                .append(head.signedAt())
                .append(", ")
                .append(head.hash())
                .append('\n'));
        if (lastHead.isPresent()) {
            words.append(
                    signaturesChecked
                            ? "All heads are signed, by key " + String.join(", ", signers) + ".\n"
                            : "The signatures of the heads were NOT checked: give the answer of GET /ledger/keys with --keys.\n");
        }
        return words.toString();
    }
}
