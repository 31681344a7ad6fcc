-- law: best-definition-comes-nearest
-- says: Of the definitions that a publisher's figure is computed by one is ours, and one is best, with the least
--   residual; none is best where none gives a figure.
-- reads: reproduction
SELECT claim_id, source_id, SUM(CASE WHEN ours THEN 1 ELSE 0 END) AS ours,
  SUM(CASE WHEN best THEN 1 ELSE 0 END) AS best, MIN(CASE WHEN best THEN ABS(residual) END) AS best_residual,
  MIN(ABS(residual)) AS least_residual
FROM reproduction
GROUP BY claim_id, source_id
HAVING SUM(CASE WHEN ours THEN 1 ELSE 0 END) <> 1
  OR SUM(CASE WHEN best THEN 1 ELSE 0 END) <> CASE WHEN COUNT(residual) = 0 THEN 0 ELSE 1 END
  OR MIN(CASE WHEN best THEN ABS(residual) END) IS DISTINCT FROM MIN(ABS(residual))
