/** The command that serves the local API. */
@NullMarked
package io.countersign.api.cli;

import org.jspecify.annotations.NullMarked;
