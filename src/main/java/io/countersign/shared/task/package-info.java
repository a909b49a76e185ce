/** Long work: progress, cancel, background execution. */
@NullMarked
package io.countersign.shared.task;

import org.jspecify.annotations.NullMarked;
