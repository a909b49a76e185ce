/** What policies would do, told before they are saved: matches while typing, forecasts against history. */
@NullMarked
package io.countersign.policy.simulation;

import org.jspecify.annotations.NullMarked;
