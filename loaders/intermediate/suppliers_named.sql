-- One supplier; keys supplier_id: the name that may be published, null when there is none. The register's name of a legal
-- person comes first; of a sole trader, or of one whom the register hides, no name is published. Any other name, of the
-- register or declared, is published only when it carries a legal form, because it may be the name of a person (SA and
-- SEM, also surnames, do not suffice); of several such names the register's, then the most frequent, then the first in
-- the alphabet.
WITH told AS (
  SELECT supplier_id, name, count(*) AS times FROM staged_holder
  WHERE supplier_id <> 'inconnu' AND name IS NOT NULL GROUP BY supplier_id, name
  UNION ALL
  SELECT supplier_id, name_to_judge, 1e9 FROM suppliers_known WHERE name_to_judge IS NOT NULL
), declared AS (
  SELECT *, ' ' || fold(replace(name, '.', '')) || ' ' AS words FROM told
), names AS (
  SELECT supplier_id, name AS declared_name
  FROM declared
  WHERE regexp_matches(
      words,
      ' (sas|sasu|sarl|eurl|scop|scic|snc|sci|scp|sca|selarl|gie|gmbh|ltd|inc|association|federation|societe|ste|cooperative|mutuelle|universite|fondation|sempla|saeml|spl|epic|ag|bv|nv|srl|spa) '
    ) AND NOT regexp_matches(
      words,
      ' (ei|eirl|entrepreneur|entrepreneure|autoentrepreneur|microentrepreneur|m|mr|mme|mlle|monsieur|madame|mademoiselle) '
    )
  QUALIFY row_number() OVER (PARTITION BY supplier_id ORDER BY times DESC, name) = 1
)
SELECT supplier_id, coalesce(k.name, CASE WHEN is_hidden IS NOT TRUE THEN declared_name END) AS supplier_name
FROM (SELECT DISTINCT supplier_id FROM award_suppliers)
LEFT JOIN names USING (supplier_id)
LEFT JOIN suppliers_known k USING (supplier_id)
