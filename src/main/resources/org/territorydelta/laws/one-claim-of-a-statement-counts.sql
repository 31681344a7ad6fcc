-- law: one-claim-of-a-statement-counts
-- says: Of one statement's forms and reprints one claim counts against a source as known at one time, and none that was
--   superseded.
-- reads: claim_assessment
SELECT group_id, source_id, known, MIN(claim_id) AS claim_id, MAX(claim_id) AS other_claim_id
FROM claim_assessment
WHERE counted
GROUP BY group_id, source_id, known
HAVING COUNT(DISTINCT claim_id) > 1 OR MAX(CASE WHEN label = 'SUPERSEDED' THEN 1 ELSE 0 END) = 1
