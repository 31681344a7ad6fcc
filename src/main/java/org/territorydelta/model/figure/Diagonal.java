package org.territorydelta.model.figure;

/** Whether transitions tell of ground that stayed with its holder, too. */
public enum Diagonal {
  /** Only of what changed. */
  LEFT_OUT,
  /** Of all that was held: each holding's row then sums to its opening stock. */
  GIVEN
}
