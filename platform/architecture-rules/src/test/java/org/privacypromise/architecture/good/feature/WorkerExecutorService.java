package org.privacypromise.architecture.good.feature;

import java.util.concurrent.AbstractExecutorService;

/** The framework chose the word that its name does not end in. */
abstract class WorkerExecutorService extends AbstractExecutorService {}
