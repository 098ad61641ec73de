package org.privacypromise.preferences.receipt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.preferences.ledger.chain.CanonicalRecord;
import org.privacypromise.register.PurposeRegister;

/**
 * A consent receipt as ISO/IEC TS 27560 wants it, in the DPV's profile for the GDPR: a copy of one consent record, with
 * what the register says about the purposes in it. The same record always gives the same receipt, while the register
 * stays what it is.
 */
final class ConsentReceipt {

    private static final String PROFILE = "https://w3id.org/dpv/schema/dpv-27560#";

    private final PurposeRegister register;
    private final ReceiptConfig config;
    private final String language;

    /** @param language in which the reader wants the register's texts */
    ConsentReceipt(PurposeRegister register, ReceiptConfig config, String language) {
        this.register = register;
        this.config = config;
        this.language = language;
    }

    static String receiptId(ConsentRecord record) {
        return id("receipt", record);
    }

    /** @param earlier the subject's records before this one, in order */
    Map<String, Object> of(ConsentRecord record, List<ConsentRecord> earlier) {
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("@context", JsonLd.CONTEXT);
        receipt.put("@id", "urn:uuid:" + receiptId(record));
        receipt.put("@type", "dpv:ConsentReceipt");
        receipt.put("dct:identifier", receiptId(record));
        receipt.put("dct:conformsTo", PROFILE + "receipt-eu-gdpr");
        receipt.put("dct:created", CanonicalRecord.time(record.evidence().at()));
        receipt.put("dct:language", language);
        receipt.put("dct:publisher", controller());
        receipt.put("schema:recipient", "dpv:DataSubject");
        receipt.put("dpv:hasRecordOfActivity", recordOf(record, earlier));
        return receipt;
    }

    private Map<String, Object> recordOf(ConsentRecord record, List<ConsentRecord> earlier) {
        Evidence evidence = record.evidence();
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", "urn:uuid:" + id("record", record));
        node.put("@type", "dpv:ConsentRecord");
        node.put("dct:identifier", id("record", record));
        node.put("dct:conformsTo", PROFILE + "record-eu-gdpr");
        node.put(
                "dpv:hasDataSubject",
                JsonLd.node("dpv:Customer", "dct:identifier", record.key().substring(2)));
        node.put("dpv:hasNotice", notice(evidence));
        node.put("dct:language", evidence.language());
        node.put("dpv:hasDataController", controller());
        node.put("dpv:hasJurisdiction", JsonLd.country(register.controller().country()));
        node.put("dpv:hasProcess", processes(record, allowedBefore(earlier)));
        node.put("pp:ledger", ledger(record));
        return node;
    }

    private List<Map<String, Object>> processes(ConsentRecord record, Set<Cell> allowedBefore) {
        Map<String, List<Decision>> byPurpose = new LinkedHashMap<>();
        record.changes()
                .forEach(change -> byPurpose
                        .computeIfAbsent(change.cell().purpose(), purpose -> new ArrayList<>())
                        .add(change));
        ReceiptProcess process = new ReceiptProcess(register, config, language);
        return byPurpose.entrySet().stream()
                .map(entry -> process.of(entry.getKey(), entry.getValue(), record, allowedBefore))
                .toList();
    }

    /** A refusal of what had been allowed takes a permission back; any other just says no. */
    private static Set<Cell> allowedBefore(List<ConsentRecord> earlier) {
        Set<Cell> allowed = new HashSet<>();
        earlier.forEach(record -> record.changes().forEach(change -> {
            if (change.allowed()) {
                allowed.add(change.cell());
            } else {
                allowed.remove(change.cell());
            }
        }));
        return allowed;
    }

    private Map<String, Object> notice(Evidence evidence) {
        Map<String, Object> notice = JsonLd.node("dpv:PrivacyNotice", "dct:identifier", evidence.noticeVersion());
        notice.put("dct:language", evidence.language());
        notice.put("pp:describedAsOf", register.version());
        return notice;
    }

    private Map<String, Object> controller() {
        Map<String, Object> controller = JsonLd.node(
                "dpv:DataController", "dct:identifier", register.controller().name());
        controller.put("dpv:hasName", register.controller().name());
        controller.put("dpv:hasContact", register.controller().contact());
        controller.put("dpv:hasAddress", JsonLd.country(register.controller().country()));
        return controller;
    }

    private static Map<String, Object> ledger(ConsentRecord record) {
        Map<String, Object> place = JsonLd.node("pp:LedgerEntry", "pp:version", record.version());
        place.put("pp:previousHash", record.previousHash().hex());
        place.put("pp:hash", record.hash().hex());
        record.details().keySet().stream()
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(name -> place.put("pp:" + name, record.details().get(name)));
        return place;
    }

    private static String id(String what, ConsentRecord record) {
        byte[] name = (what + ":" + record.hash().hex()).getBytes(StandardCharsets.US_ASCII);
        return UUID.nameUUIDFromBytes(name).toString();
    }
}
