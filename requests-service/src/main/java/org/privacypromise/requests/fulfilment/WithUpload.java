package org.privacypromise.requests.fulfilment;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.safekeeping.SealedContent;

/** A task with what was handed over for it, if anything was. */
@MappedSuperclass
abstract class WithUpload {

    private @Nullable UUID upload;

    @Column(name = "upload_sha256")
    private @Nullable String uploadSha256;

    @Column(name = "upload_bytes")
    private @Nullable Long uploadBytes;

    void uploaded(SealedContent content) {
        upload = content.id();
        uploadSha256 = content.sha256();
        uploadBytes = content.bytes();
    }

    /** Its data is in the package now, or was never needed. */
    void forgetUpload() {
        upload = null;
    }

    /** As if nothing had ever been handed over. */
    void awaitUpload() {
        upload = null;
        uploadSha256 = null;
        uploadBytes = null;
    }

    @Nullable
    UUID upload() {
        return upload;
    }

    @Nullable
    String uploadSha256() {
        return uploadSha256;
    }

    long uploadBytes() {
        return Objects.requireNonNullElse(uploadBytes, 0L);
    }
}
