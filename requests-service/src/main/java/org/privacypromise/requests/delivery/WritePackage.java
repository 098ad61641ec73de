package org.privacypromise.requests.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.privacypromise.frame.InTurn;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.document.Edits;
import org.privacypromise.requests.fulfilment.AccessAnswers;
import org.privacypromise.requests.fulfilment.SystemAnswer;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.redaction.Redactions;
import org.privacypromise.requests.safekeeping.ContentWriter;
import org.privacypromise.requests.safekeeping.Safekeeping;
import org.privacypromise.requests.safekeeping.SealedContent;

/** Writes the package: a page for people, the data for other software. However much it is, little of it is in memory. */
@ApplicationScoped
class WritePackage {

    private final RequestRepository requests;
    private final AccessAnswers answers;
    private final Redactions redactions;
    private final Safekeeping safekeeping;
    private final DescribeAnswer words;
    private final WritePortable portable;
    private final ObjectMapper json;
    private final Vertx vertx;

    WritePackage(
            RequestRepository requests,
            AccessAnswers answers,
            Redactions redactions,
            Safekeeping safekeeping,
            DescribeAnswer words,
            WritePortable portable,
            ObjectMapper json,
            Vertx vertx) {
        this.requests = requests;
        this.answers = answers;
        this.redactions = redactions;
        this.safekeeping = safekeeping;
        this.words = words;
        this.portable = portable;
        this.json = json;
        this.vertx = vertx;
    }

    /** What goes into one package. */
    record Material(
            Request request,
            List<SystemAnswer> answers,
            Map<String, Set<String>> redacted,
            YourData page,
            Instant madeAt) {

        List<SystemAnswer> documents() {
            return answers.stream().filter(answer -> answer.upload() != null).toList();
        }

        Edits edits(String system) {
            return Edits.redacting(redacted.getOrDefault(system, Set.of()));
        }
    }

    Uni<SealedContent> write(UUID requestId, Instant madeAt) {
        return Panache.withSession(() -> requests.findById(requestId)
                        .chain(request -> answers.of(requestId)
                                .chain(all -> redactions
                                        .approved(requestId)
                                        .map(redacted -> new Material(
                                                request,
                                                all,
                                                redacted,
                                                words.describe(request, all, madeAt),
                                                madeAt)))))
                .chain(material -> safekeeping
                        .open(requestId, "package")
                        .chain(content -> write(material, content)
                                .chain(content::finish)
                                .onFailure()
                                .call(() -> content.abandon().onFailure().recoverWithNull())));
    }

    private Uni<Void> write(Material material, ContentWriter content) {
        PackageZip zip = new PackageZip(content, vertx, material.madeAt());
        return material.request().right() == Right.PORTABILITY
                ? portable.write(material, zip, () -> stillAtIt(material))
                : writeAll(material, zip);
    }

    private Uni<Void> writeAll(Material material, PackageZip zip) {
        return zip.begin("your-data.html")
                .chain(() -> zip.add(() -> html(YourDataPage.yourDataOpening(material.page()))))
                .chain(() -> InTurn.each(material.answers(), answer -> page(zip, material, answer)))
                .chain(() -> zip.add(() -> html(YourDataPage.yourDataClosing(material.page()))))
                .chain(() -> InTurn.each(material.documents(), answer -> files(zip, material, answer)))
                .chain(() -> zip.begin("request.json"))
                .chain(() -> zip.add(() -> requestJson(material)))
                .chain(() -> zip.begin(PackageSchema.SUBJECT_DATA.file()))
                .chain(() -> zip.add(PackageSchema.SUBJECT_DATA::bytes))
                .chain(zip::end);
    }

    private Uni<Void> page(PackageZip zip, Material material, SystemAnswer answer) {
        YourData.Asked asked = material.page().systems().stream()
                .filter(system -> system.key().equals(answer.system()))
                .findFirst()
                .orElseThrow();
        return zip.add(() -> html(YourDataPage.yourDataSystem(asked)))
                .chain(() -> tables(zip, material, answer))
                .chain(() -> zip.add(() -> "</section>\n".getBytes(StandardCharsets.UTF_8)));
    }

    private Uni<Void> tables(PackageZip zip, Material material, SystemAnswer answer) {
        if (answer.upload() == null) {
            return Uni.createFrom().voidItem();
        }
        return Documents.outline(answer.system(), document(material, answer))
                .call(() -> stillAtIt(material))
                .chain(outline -> {
                    DataTables tables = new DataTables(answer.system(), outline.sections(), words::category);
                    return zip.addAll(document(material, answer), tables::feed).chain(() -> zip.add(tables::finish));
                });
    }

    private Uni<Void> files(PackageZip zip, Material material, SystemAnswer answer) {
        return stillAtIt(material)
                .chain(() -> zip.begin(DescribeAnswer.file(answer.system())))
                .chain(() -> zip.addAll(document(material, answer), UnaryOperator.identity()))
                .chain(() -> Documents.outline(answer.system(), document(material, answer)))
                .call(() -> stillAtIt(material))
                .chain(outline -> zip.addFiles(
                        document(material, answer), new CsvFiles(answer.system(), outline.sections())::feed));
    }

    /** As the person gets it: without what is somebody else's. */
    private Multi<byte[]> document(Material material, SystemAnswer answer) {
        return Documents.edited(
                safekeeping.read(Objects.requireNonNull(answer.upload())), material.edits(answer.system()));
    }

    private Uni<Void> stillAtIt(Material material) {
        return Panache.withTransaction(
                () -> answers.extendClaim(material.request().id(), AssemblePackage.CLAIM));
    }

    private byte[] requestJson(Material material) {
        YourData page = material.page();
        try {
            return json.writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(AnswerView.from(
                            material.request(),
                            material.answers(),
                            material.redacted().keySet(),
                            page,
                            material.madeAt(),
                            Stream.concat(page.uses().stream(), page.ownUses().stream())
                                    .toList()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
    }

    private static byte[] html(TemplateInstance part) {
        return part.render().getBytes(StandardCharsets.UTF_8);
    }
}
