/** What the computer lives on, asked of the operating system. */
@NullMarked
package io.countersign.job.power;

import org.jspecify.annotations.NullMarked;
