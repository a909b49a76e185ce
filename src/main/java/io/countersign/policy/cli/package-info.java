/** The commands that manage policies. */
@NullMarked
package io.countersign.policy.cli;

import org.jspecify.annotations.NullMarked;
