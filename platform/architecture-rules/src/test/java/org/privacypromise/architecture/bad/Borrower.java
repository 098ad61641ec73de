package org.privacypromise.architecture.bad;

import org.privacypromise.preferences.Borrowed;

record Borrower(Borrowed code) {}
