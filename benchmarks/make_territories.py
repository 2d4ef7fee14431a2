"""Make rules/tables/territories.yaml from rigour's territory data (MIT) and OURS.

    python3 -m venv scratch && scratch/bin/pip install rigour
    scratch/bin/python benchmarks/make_territories.py > rules/tables/territories.yaml

From rigour come the display name, the official name and the successors of dead states.
rigour mixes the names of all languages and does not say which word is a demonym or a
capital, so adjectives, capitals and short forms stand in OURS. An adjective that rigour
does not know is reported on standard error, to catch slips of the pen.
"""

import json
import sys

from rigour._core import territories_jsonl  # type: ignore[import-not-found]

# code | words of nationality, the adjective first | capital | other names
OURS = """
ad|Andorran|Andorra la Vella
ae|Emirati|Abu Dhabi|UAE, U.A.E., Emirates
af|Afghan, Afghani|Kabul
ag|Antiguan|St. John's
al|Albanian|Tirana
am|Armenian|Yerevan
ao|Angolan|Luanda
ar|Argentine, Argentinian, Argentinean|Buenos Aires
at|Austrian|Vienna
au|Australian, Aussie|Canberra
az|Azerbaijani, Azeri|Baku
ba|Bosnian|Sarajevo|Bosnia, Bosnia-Herzegovina, Bosnia and Herzegovina
bb|Barbadian|Bridgetown
bd|Bangladeshi|Dhaka
be|Belgian|Brussels
bf|Burkinabe|Ouagadougou
bg|Bulgarian|Sofia
bh|Bahraini|Manama
bi|Burundian|Gitega
bj|Beninese|Porto-Novo
bm|Bermudian|Hamilton
bn|Bruneian|Bandar Seri Begawan
bo|Bolivian|La Paz
br|Brazilian|Brasilia
bs|Bahamian|Nassau
bt|Bhutanese|Thimphu
bw|Botswanan|Gaborone
by|Belarusian, Belarussian, Byelorussian|Minsk|Byelorussia
bz|Belizean|Belmopan
ca|Canadian|Ottawa
cd|Congolese|Kinshasa|DRC, DR Congo, Democratic Republic of Congo, Congo-Kinshasa
cf|Central African|Bangui
cg||Brazzaville|Congo-Brazzaville, Republic of Congo
ch|Swiss|Bern|
ci|Ivorian|Yamoussoukro|Ivory Coast, Côte d'Ivoire, Cote d'Ivoire
cl|Chilean|Santiago
cm|Cameroonian|Yaounde
cn|Chinese|Beijing; Peking|PRC, People's Republic of China, mainland China
co|Colombian|Bogota
cr|Costa Rican|San Jose
cshh|Czechoslovak, Czechoslovakian|
csxx||Belgrade
cu|Cuban|Havana
cv|Cape Verdean|Praia|Cape Verde
cy|Cypriot|Nicosia
cz|Czech|Prague|Czechia, Czech Republic
dd|East German|East Berlin|GDR
de|German|Berlin|West Germany, FRG
dj|Djiboutian|Djibouti City
dk|Danish, Dane|Copenhagen
dm||Roseau
do|Dominican|Santo Domingo
dz|Algerian|Algiers
ec|Ecuadorian, Ecuadorean|Quito
ee|Estonian|Tallinn
eg|Egyptian|Cairo
eh|Sahrawi|
er|Eritrean|Asmara
es|Spanish, Spaniard|Madrid
et|Ethiopian|Addis Ababa
fi|Finnish, Finn|Helsinki
fj|Fijian|Suva
fm|Micronesian|Palikir|Micronesia
fo|Faroese|Torshavn|Faroe Islands
fr|French, Frenchman, Frenchwoman, Frenchmen|Paris
ga|Gabonese|Libreville
gb|British, Briton, Brit|London|UK, U.K., Britain, Great Britain
gd|Grenadian|St. George's
ge|Georgian|Tbilisi
gh|Ghanaian|Accra
gi|Gibraltarian|
gl|Greenlandic, Greenlander|Nuuk
gm|Gambian|Banjul|Gambia
gn|Guinean|Conakry
gq|Equatorial Guinean, Equatoguinean|Malabo
gr|Greek|Athens
gt|Guatemalan|Guatemala City
gw|Bissau-Guinean|Bissau
gy|Guyanese|Georgetown
hk|Hong Konger, Hongkonger||Hongkong
hn|Honduran|Tegucigalpa
hr|Croatian, Croat|Zagreb
ht|Haitian|Port-au-Prince
hu|Hungarian|Budapest
id|Indonesian|Jakarta
ie|Irish, Irishman|Dublin|Irish Republic, Republic of Ireland
il|Israeli|Jerusalem; Tel Aviv
in|Indian|New Delhi
iq|Iraqi|Baghdad
ir|Iranian|Tehran
is|Icelandic, Icelander|Reykjavik
it|Italian|Rome
jm|Jamaican|Kingston
jo|Jordanian|Amman
jp|Japanese|Tokyo
ke|Kenyan|Nairobi
kg|Kyrgyz, Kyrgyzstani, Kirghiz|Bishkek|Kyrgyz Republic
kh|Cambodian, Khmer|Phnom Penh|Kampuchea
ki|I-Kiribati|Tarawa
km|Comorian|Moroni
kn|Kittitian|Basseterre
kp|North Korean|Pyongyang|DPRK, D.P.R.K., DPR Korea, N. Korea, N.Korea
kr|South Korean|Seoul|ROK, Republic of Korea, S. Korea, S.Korea
kw|Kuwaiti|Kuwait City
ky|Caymanian|George Town
kz|Kazakh, Kazakhstani|Astana; Nur-Sultan
la|Laotian, Lao|Vientiane
lb|Lebanese|Beirut
lc|Saint Lucian, St. Lucian|Castries|St. Lucia
li||Vaduz
lk|Sri Lankan|Colombo|Ceylon
lr|Liberian|Monrovia
ls|Basotho|Maseru
lt|Lithuanian|Vilnius
lu|Luxembourgish, Luxembourger|Luxembourg City
lv|Latvian|Riga
ly|Libyan|Tripoli
ma|Moroccan|Rabat
mc|Monegasque|
md|Moldovan, Moldavian|Chisinau|Moldavia
me|Montenegrin|Podgorica
mg|Malagasy, Madagascan|Antananarivo
mh|Marshallese|Majuro
mk|Macedonian, North Macedonian|Skopje|Macedonia, FYROM
ml|Malian|Bamako
mm|Burmese, Myanmarese|Naypyidaw|Burma
mn|Mongolian|Ulaanbaatar; Ulan Bator
mo|Macanese||Macao
mr|Mauritanian|Nouakchott
mt|Maltese|Valletta
mu|Mauritian|Port Louis
mv|Maldivian|Male|Maldives
mw|Malawian|Lilongwe
mx|Mexican|Mexico City
my|Malaysian|Kuala Lumpur
mz|Mozambican|Maputo
na|Namibian|Windhoek
nc|New Caledonian|Noumea
ne|Nigerien|Niamey
ng|Nigerian|Abuja
ni|Nicaraguan|Managua
nl|Dutch, Dutchman|Amsterdam; The Hague|Holland
no|Norwegian|Oslo
np|Nepalese, Nepali|Kathmandu
nr|Nauruan|Yaren
nz|New Zealander, Kiwi|Wellington
om|Omani|Muscat
pa|Panamanian|Panama City
pe|Peruvian|Lima
pg|Papua New Guinean|Port Moresby
ph|Philippine, Filipino, Filipina|Manila
pk|Pakistani|Islamabad
pl|Polish, Pole|Warsaw
pr|Puerto Rican|San Juan
ps|Palestinian|Ramallah|Palestinian Authority, Palestinian Territories
pt|Portuguese|Lisbon
pw|Palauan|Ngerulmud
py|Paraguayan|Asuncion
qa|Qatari|Doha
ro|Romanian, Rumanian|Bucharest|Rumania
rs|Serbian, Serb|Belgrade
ru|Russian|Moscow|Russian Federation
rw|Rwandan|Kigali
sa|Saudi, Saudi Arabian|Riyadh
sb|Solomon Islander|Honiara|Solomon Islands
sc|Seychellois|Victoria
sd|Sudanese|Khartoum
se|Swedish, Swede|Stockholm
sg|Singaporean|
si|Slovenian, Slovene|Ljubljana
sk|Slovak, Slovakian|Bratislava
sl|Sierra Leonean|Freetown
sm|Sammarinese|
sn|Senegalese|Dakar
so|Somali, Somalian|Mogadishu
sr|Surinamese|Paramaribo
ss|South Sudanese|Juba
st||Sao Tome|Sao Tome and Principe
suhh|Soviet||USSR, U.S.S.R.
sv|Salvadoran, Salvadorean|San Salvador
sy|Syrian|Damascus
sz|Swazi|Mbabane|Swaziland
td|Chadian|N'Djamena
tg|Togolese|Lome
th|Thai|Bangkok|Siam
tj|Tajik, Tajikistani|Dushanbe
tl|East Timorese, Timorese|Dili|East Timor
tm|Turkmen|Ashgabat
tn|Tunisian|Tunis
to|Tongan|Nuku'alofa
tr|Turkish, Turk|Ankara|Türkiye, Turkiye
tt|Trinidadian|Port of Spain|Trinidad
tv|Tuvaluan|Funafuti
tw|Taiwanese|Taipei|Republic of China
tz|Tanzanian|Dodoma
ua|Ukrainian|Kyiv; Kiev
ug|Ugandan|Kampala
us|American|Washington|U.S., U.S, US, USA, U.S.A., United States of America, America
uy|Uruguayan|Montevideo
uz|Uzbek, Uzbekistani|Tashkent
va||Vatican City|Vatican, Holy See
vc|Vincentian|Kingstown
ve|Venezuelan|Caracas
vn|Vietnamese|Hanoi|Viet Nam
vu|Ni-Vanuatu, Vanuatuan|Port Vila
ws|Samoan|Apia
xk|Kosovar, Kosovan|Pristina|
ye|Yemeni|Sanaa; Sana'a
yucs|Yugoslav, Yugoslavian|Belgrade|
za|South African|Pretoria
zm|Zambian|Lusaka
zw|Zimbabwean|Harare|Rhodesia
eu|European||EU, E.U.
gb-eng|English, Englishman||
gb-sct|Scottish, Scot, Scots|Edinburgh|
gb-wls|Welsh|Cardiff|
gb-nir|Northern Irish|Belfast|
"""
# Names newspapers print where rigour has the official one.
NAMES = {"hk": "Hong Kong", "mo": "Macau", "nr": "Nauru", "tr": "Turkey"}
HEADER = """\
# Countries and well-known territories: names, words of nationality, capitals.
# Made by benchmarks/make_territories.py from rigour 2.6.1 (MIT,
# https://github.com/opensanctions/rigour) and the list in that script; do not edit.
# CODE: name | words of nationality | capital; its other names or seats | other names |
#   successor of a state that is gone
"""


def main() -> None:
    """Print the table."""
    lines = territories_jsonl().splitlines()
    known = {r["code"]: r for r in map(json.loads, filter(str.strip, lines))}
    print(HEADER, end="")
    for line in OURS.strip().splitlines():
        code, adjectives, capital, other = (line + "||").split("|")[:4]
        record = known[code]
        spellings = {n.lower() for n in record["names_strong"] + record["names_weak"]}
        for adjective in filter(None, adjectives.split(", ")):
            if adjective.lower() not in spellings:
                print(f"{code}: {adjective} is not in rigour", file=sys.stderr)
        name, official = NAMES.get(code, record["name"]), record.get("full_name", "")
        others = [
            n
            for n in (official.removeprefix("The "), record["name"], *other.split(", "))
            if n and "(" not in n
        ]
        successor = (record.get("successors") or [""])[0].upper()
        fields = [
            name,
            adjectives.replace(", ", "; "),
            capital,
            "; ".join(dict.fromkeys(n for n in others if n != name)),
            successor if record.get("is_historical") else "",
        ]
        print(f'{code.upper()}: "{" | ".join(fields)}"')


if __name__ == "__main__":
    main()
