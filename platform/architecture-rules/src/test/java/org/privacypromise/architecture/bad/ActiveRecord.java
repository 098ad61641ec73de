package org.privacypromise.architecture.bad;

import io.quarkus.hibernate.reactive.panache.PanacheEntity;

class ActiveRecord extends PanacheEntity {}
