package org.privacypromise.requests.rectification;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class CorrectionRepository implements PanacheRepositoryBase<StoredCorrections, UUID> {}
