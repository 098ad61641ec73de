package org.privacypromise.requests.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.privacypromise.register.DataNeed;
import org.privacypromise.register.LegalBasis;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.requests.document.Edits;
import org.privacypromise.requests.document.Outline;
import org.privacypromise.requests.fulfilment.SystemAnswer;
import org.privacypromise.requests.safekeeping.Safekeeping;

/**
 * Writes what a person takes to another controller: one JSON file with its schema, and in it only what is used by consent
 * or contract (GDPR Art. 20(1)).
 */
@ApplicationScoped
class WritePortable {

    static final String FILE = "portability.json";

    private final Safekeeping safekeeping;
    private final PurposeRegister register;
    private final ObjectMapper json;

    WritePortable(Safekeeping safekeeping, PurposeRegister register, ObjectMapper json) {
        this.safekeeping = safekeeping;
        this.register = register;
        this.json = json;
    }

    /** @param stillAtIt to be called before each piece of work that may take long */
    Uni<Void> write(WritePackage.Material material, PackageZip zip, Supplier<Uni<Void>> stillAtIt) {
        AtomicBoolean first = new AtomicBoolean(true);
        return zip.begin(FILE)
                .chain(() -> zip.add(() -> opening(material)))
                .chain(() -> Multi.createFrom()
                        .iterable(material.documents())
                        .onItem()
                        .transformToUniAndConcatenate(
                                answer -> stillAtIt.get().chain(() -> system(material, zip, answer, first)))
                        .collect()
                        .last())
                .chain(() -> zip.add(() -> "]}\n".getBytes(StandardCharsets.UTF_8)))
                .chain(() -> eachSchema(zip))
                .chain(zip::end);
    }

    private static Uni<Void> eachSchema(PackageZip zip) {
        return Multi.createFrom()
                .items(PackageSchema.values())
                .onItem()
                .transformToUniAndConcatenate(schema -> zip.begin(schema.file()).chain(() -> zip.add(schema::bytes)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> system(WritePackage.Material material, PackageZip zip, SystemAnswer answer, AtomicBoolean first) {
        Multi<byte[]> whole = safekeeping.read(Objects.requireNonNull(answer.upload()));
        return Documents.outline(answer.system(), whole).chain(outline -> {
            List<Outline.Section> sections = outline.sections();
            Set<String> portable = portable();
            if (sections.stream().noneMatch(section -> portable.contains(section.category()))) {
                return Uni.createFrom().voidItem();
            }
            Edits edits = material.edits(answer.system())
                    .only(place -> portable.contains(sections.get(place).category()));
            return zip.add(() -> (first.getAndSet(false) ? "" : ",").getBytes(StandardCharsets.UTF_8))
                    .chain(() -> zip.addAll(Documents.edited(whole, edits), UnaryOperator.identity()));
        });
    }

    private Set<String> portable() {
        return register.purposes().stream()
                .filter(purpose -> purpose.restsOn(LegalBasis.CONSENT) || purpose.restsOn(LegalBasis.CONTRACT))
                .flatMap(purpose -> purpose.data().stream())
                .map(DataNeed::category)
                .collect(Collectors.toSet());
    }

    private byte[] opening(WritePackage.Material material) {
        try {
            String head = json.writeValueAsString(json.createObjectNode()
                    .put("format", "urn:privacy-promise:schema:portability")
                    .put("requestId", material.request().id().toString())
                    .put("controller", material.page().controller())
                    .put("madeAt", material.madeAt().toString()));
            return (head.substring(0, head.length() - 1) + ",\"systems\":[").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
    }
}
