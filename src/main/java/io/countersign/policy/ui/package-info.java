/** The policies screen: the list in the order of trying, and the editor with builder, JSON, matching mail and simulation. */
@NullMarked
package io.countersign.policy.ui;

import org.jspecify.annotations.NullMarked;
