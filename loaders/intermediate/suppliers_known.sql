-- One legal unit of the registers that holds contracts; keys supplier_id. Of several registers, each field is that of the
-- last one that fills it. `name` is that of a legal person: by its form or, without one, by the first digit that INSEE
-- gives to public bodies. `name_to_judge` may be that of a person. Hidden are those whom one register does not show to
-- the public, and those that are no legal person. A register that knows the ESS mention leaves it empty where it does
-- not hold: that is a no; one that does not know it says nothing.
WITH merged AS (
  SELECT siren, arg_max(name, rank) AS register_name, arg_max(legal_form, rank) AS legal_form, arg_max(naf, rank) AS naf,
    arg_max(size_band, rank) AS size_band, arg_max(enterprise_category, rank) AS enterprise_category,
    arg_max(place, rank) AS place, arg_max(is_ess_mentioned, rank) AS is_ess_mentioned,
    bool_or(has_ess_mention) AS has_ess_mention, arg_max(created_on, rank) AS created_on, arg_max(is_closed, rank) AS is_closed,
    bool_or(is_hidden OR coalesce(NOT is_legal_person, false)) AS is_hidden
  FROM staged_sirene LEFT JOIN legal_forms USING (legal_form)
  GROUP BY siren
), judged AS (
  SELECT *, coalesce(is_legal_person, regexp_matches(siren, '^[12]')) AS is_legal_person_for_sure
  FROM merged LEFT JOIN legal_forms USING (legal_form)
)
SELECT siren AS supplier_id, is_hidden,
  CASE WHEN is_legal_person_for_sure AND NOT is_hidden THEN register_name END AS name,
  CASE WHEN NOT is_legal_person_for_sure AND NOT is_hidden THEN register_name END AS name_to_judge,
  legal_form, label AS legal_form_label, naf, size_band, size_class, enterprise_category, is_association,
  is_cooperative,
  CASE WHEN is_ess_mentioned OR is_social_economy THEN true ELSE coalesce(is_ess_mentioned, is_social_economy) END AS is_ess,
  CASE WHEN has_ess_mention THEN coalesce(is_ess_mentioned, false) END AS is_ess_flagged, is_social_economy AS is_ess_form,
  p.commune_code, p.commune_name, p.department_code, p.region_code, created_on, is_closed
FROM judged j
LEFT JOIN size_bands USING (size_band)
LEFT JOIN register_places p ON p.place = j.place
