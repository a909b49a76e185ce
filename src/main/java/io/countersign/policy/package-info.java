/** Policies: conditions over the message document, the actions they propose, how they are evaluated and explained. */
@NullMarked
package io.countersign.policy;

import org.jspecify.annotations.NullMarked;
