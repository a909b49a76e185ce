/** Work that is done while nobody looks: when it is due, what became of it. */
@NullMarked
package io.countersign.job;

import org.jspecify.annotations.NullMarked;
