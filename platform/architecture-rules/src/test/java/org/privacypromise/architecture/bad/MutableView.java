package org.privacypromise.architecture.bad;

class MutableView {
    String name;
}
