/** How far a policy may act alone: it earns that by decisions, and loses it when they change. */
@NullMarked
package io.countersign.approval.trust;

import org.jspecify.annotations.NullMarked;
