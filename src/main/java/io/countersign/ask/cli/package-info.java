/** The command of questions. */
@NullMarked
package io.countersign.ask.cli;

import org.jspecify.annotations.NullMarked;
