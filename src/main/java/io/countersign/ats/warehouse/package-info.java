/** Applications as an employer's or tracker's warehouse tells them: the view {@code vw_applications_enriched} read from files. */
@NullMarked
package io.countersign.ats.warehouse;

import org.jspecify.annotations.NullMarked;
