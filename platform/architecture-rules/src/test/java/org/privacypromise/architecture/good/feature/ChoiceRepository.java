package org.privacypromise.architecture.good.feature;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;

class ChoiceRepository implements PanacheRepositoryBase<Choose, String> {}
