/** What is measured, for Prometheus; the only place beside the composition root that knows Micrometer. */
@NullMarked
package io.countersign.api.metrics;

import org.jspecify.annotations.NullMarked;
